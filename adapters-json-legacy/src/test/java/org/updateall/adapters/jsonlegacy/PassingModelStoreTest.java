package org.updateall.adapters.jsonlegacy;

import org.updateall.domain.forecast.ModelStore;
import org.updateall.domain.forecast.ModelStoreContract;

class PassingModelStoreTest extends ModelStoreContract {

  @Override
  protected ModelStore emptyStore() {
    return new PassingModelStore();
  }
}
