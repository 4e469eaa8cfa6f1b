package org.updateall.adapters.jsonlegacy;

import org.updateall.domain.ledger.PredictionLedger;
import org.updateall.domain.ledger.PredictionLedgerContract;

class PassingPredictionLedgerTest extends PredictionLedgerContract {

  @Override
  protected PredictionLedger emptyLedger() {
    return new PassingPredictionLedger();
  }
}
