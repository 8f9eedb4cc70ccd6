import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { looksLikeLostNetwork, networkSentence } from './network.mjs';

describe('looksLikeLostNetwork', () => {
  for (const output of [
    'npm error code ENOTFOUND\nnpm error network request to https://registry.example.com/yarn failed',
    'npm error code EAI_AGAIN',
    'npm error code ECONNREFUSED',
    'npm error network timeout at: https://registry.example.com/yarn',
  ]) {
    it(`recognises "${output.split('\n')[0]}"`, () => {
      assert.equal(looksLikeLostNetwork(output), true);
    });
  }

  it('does not blame the network for a package that is not there', () => {
    assert.equal(
      looksLikeLostNetwork('npm error code ETARGET\nNo matching version found'),
      false,
    );
  });
});

describe('networkSentence', () => {
  it('is one line that names what is missing', () => {
    const sentence = networkSentence('the dependencies');
    assert.match(sentence, /the dependencies cannot be brought/);
    assert.equal(sentence.includes('\n'), false);
  });
});
