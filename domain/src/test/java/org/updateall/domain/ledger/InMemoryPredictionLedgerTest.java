package org.updateall.domain.ledger;

class InMemoryPredictionLedgerTest extends PredictionLedgerContract {

  @Override
  protected PredictionLedger emptyLedger() {
    return new InMemoryPredictionLedger();
  }
}
