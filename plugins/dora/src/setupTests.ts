import '@testing-library/jest-dom';

// jsdom has no layout, so nothing ever changes size in it.
class StillResizeObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver ??= StillResizeObserver;
