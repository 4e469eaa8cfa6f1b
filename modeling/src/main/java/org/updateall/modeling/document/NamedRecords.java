package org.updateall.modeling.document;

import java.util.Map;

/**
 * The records that may stand for an interface; the first property of their objects says which.
 *
 * @param property the name of that property
 * @param types the records by what it says
 */
public record NamedRecords(String property, Map<String, Class<?>> types) {

  public NamedRecords {
    types = Map.copyOf(types);
  }
}
