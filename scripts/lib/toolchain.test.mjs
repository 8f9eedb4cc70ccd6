import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hasFittingToolchain } from './toolchain.mjs';

describe('hasFittingToolchain', () => {
  for (const [nodeVersion, yarnVersion, expected] of [
    ['v22.11.0', '4.18.1', true],
    ['v24.21.0', '4.0.0\n', true],
    ['v20.20.2', '4.18.1', false],
    ['v26.0.0', '4.18.1', false],
    ['v24.21.0', '1.22.22', false],
    ['v24.21.0', undefined, false],
  ]) {
    it(`says ${expected} of Node ${nodeVersion} and Yarn ${yarnVersion?.trim()}`, () => {
      assert.equal(hasFittingToolchain({ nodeVersion, yarnVersion }), expected);
    });
  }
});
