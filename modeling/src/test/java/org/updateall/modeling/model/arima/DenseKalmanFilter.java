package org.updateall.modeling.model.arima;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * An independent, slow likelihood of an ARIMA series: full matrices, a stationary covariance by
 * doubling, and a large prior variance of the values before the beginning, as R's arima has it.
 */
final class DenseKalmanFilter {

  private static final int DOUBLINGS = 40;

  private final RealMatrix T;
  private final RealMatrix noise;
  private final RealVector Z;
  private final int r;
  private final int k;

  DenseKalmanFilter(ArmaPolynomials polynomials) {
    r = polynomials.r;
    k = r + polynomials.delta.length;
    T = new Array2DRowRealMatrix(k, k);
    RealVector R = MatrixUtils.createRealVector(new double[k]);
    Z = MatrixUtils.createRealVector(new double[k]);
    Z.setEntry(0, 1);
    for (int i = 0; i < r; i++) {
      T.setEntry(i, 0, polynomials.phi[i]);
      R.setEntry(i, polynomials.R[i]);
      if (i + 1 < r) {
        T.setEntry(i, i + 1, 1);
      }
    }
    for (int i = r; i < k; i++) {
      Z.setEntry(i, polynomials.delta[i - r]);
      if (i > r) {
        T.setEntry(i, i - 1, 1);
      }
    }
    if (k > r) {
      T.setRowVector(r, Z);
    }
    noise = R.outerProduct(R);
  }

  /** P = T P T' + R R' of the differenced series by doubling. */
  RealMatrix stationaryCovariance() {
    RealMatrix transition = T.getSubMatrix(0, r - 1, 0, r - 1);
    RealMatrix P = noise.getSubMatrix(0, r - 1, 0, r - 1);
    for (int i = 0; i < DOUBLINGS; i++) {
      P = P.add(transition.multiply(P).multiply(transition.transpose()));
      transition = transition.multiply(transition);
    }
    return P;
  }

  /**
   * @param series NaN where there is a gap
   * @param prior variance of the values before the beginning, about 0, in units of σ²; an
   *     innovation of a variance above a hundredth of it does not count
   */
  double logLikelihood(double[] series, double prior) {
    RealMatrix P = new Array2DRowRealMatrix(k, k);
    P.setSubMatrix(stationaryCovariance().getData(), 0, 0);
    for (int i = r; i < k; i++) {
      P.setEntry(i, i, prior);
    }
    RealVector a = MatrixUtils.createRealVector(new double[k]);
    double S = 0;
    double logDeterminant = 0;
    int n = 0;
    for (double value : series) {
      if (!Double.isNaN(value)) {
        RealVector g = P.operate(Z);
        double F = Z.dotProduct(g);
        double v = value - Z.dotProduct(a);
        a = a.add(g.mapMultiply(v / F));
        P = P.subtract(g.outerProduct(g).scalarMultiply(1 / F));
        if (F <= prior / 100) {
          n++;
          S += v * v / F;
          logDeterminant += Math.log(F);
        }
      }
      a = T.operate(a);
      P = T.multiply(P).multiply(T.transpose()).add(noise);
    }
    return -0.5 * (n * (Math.log(2 * Math.PI * S / n) + 1) + logDeterminant);
  }
}
