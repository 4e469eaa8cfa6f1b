package org.updateall.domain.fleet;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows in which one column holds something else. */
public final class FleetRowWith {

  private static final RecordComponent[] COLUMNS = FleetRow.class.getRecordComponents();

  private FleetRowWith() {}

  /**
   * @param column as the component is called; it must be one
   */
  public static FleetRow value(FleetRow row, String column, @Nullable Object value) {
    if (Arrays.stream(COLUMNS).noneMatch(each -> each.getName().equals(column))) {
      throw new IllegalArgumentException("no column " + column);
    }
    try {
      @Nullable Object[] values = new @Nullable Object[COLUMNS.length];
      for (int i = 0; i < COLUMNS.length; i++) {
        boolean meant = COLUMNS[i].getName().equals(column);
        values[i] = meant ? value : COLUMNS[i].getAccessor().invoke(row);
      }
      return constructor().newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a row", e);
    }
  }

  private static Constructor<FleetRow> constructor() throws NoSuchMethodException {
    return FleetRow.class.getDeclaredConstructor(
        Arrays.stream(COLUMNS).map(RecordComponent::getType).toArray(Class<?>[]::new));
  }
}
