package org.updateall.domain.forecast;

class InMemoryModelStoreTest extends ModelStoreContract {

  @Override
  protected ModelStore emptyStore() {
    return new InMemoryModelStore();
  }
}
