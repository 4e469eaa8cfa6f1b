package org.updateall.domain.updating;

final class InMemoryPreflightCacheTest extends PreflightCacheContract {

  private final PreflightCache cache = new InMemoryPreflightCache();

  @Override
  protected PreflightCache cache() {
    return cache;
  }
}
