package org.updateall.modeling.model.arima;

/** The kinds of coefficients of a form, in the order in which a point of the search has them. */
enum Coefficient {
  AR {
    @Override
    int count(ArimaOrders orders) {
      return orders.ar();
    }

    @Override
    ArimaOrders oneMore(ArimaOrders orders) {
      return orders.plus(1, 0, 0, 0);
    }
  },
  MA {
    @Override
    int count(ArimaOrders orders) {
      return orders.ma();
    }

    @Override
    ArimaOrders oneMore(ArimaOrders orders) {
      return orders.plus(0, 1, 0, 0);
    }
  },
  SEASONAL_AR {
    @Override
    int count(ArimaOrders orders) {
      return orders.seasonalAr();
    }

    @Override
    ArimaOrders oneMore(ArimaOrders orders) {
      return orders.plus(0, 0, 1, 0);
    }
  },
  SEASONAL_MA {
    @Override
    int count(ArimaOrders orders) {
      return orders.seasonalMa();
    }

    @Override
    ArimaOrders oneMore(ArimaOrders orders) {
      return orders.plus(0, 0, 0, 1);
    }
  };

  abstract int count(ArimaOrders orders);

  abstract ArimaOrders oneMore(ArimaOrders orders);
}
