package org.updateall.domain.joint;

class LevelByLevelForecasterTest extends JointForecasterContract {

  @Override
  protected JointForecaster forecaster() {
    return new LevelByLevelForecaster();
  }
}
