import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// The first page of a file loads the whole component library, which takes seconds
// on a busy machine.
jest.setTimeout(30_000);
configure({ asyncUtilTimeout: 10_000 });

// jsdom has no layout, so nothing ever changes size in it.
class StillResizeObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver ??= StillResizeObserver;
