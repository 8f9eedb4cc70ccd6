import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import {
  installFingerprint,
  isInstalled,
  missingBuildTools,
} from './dependencies.mjs';

describe('installation', () => {
  let root;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'opmodel-install-'));
    mkdirSync(join(root, 'plugins', 'dora'), { recursive: true });
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'package.json'), '{}');
    writeFileSync(join(root, 'plugins', 'dora', 'package.json'), '{}');
    writeFileSync(join(root, 'yarn.lock'), '');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const stamp = () =>
    writeFileSync(
      join(root, 'node_modules', '.install-stamp'),
      installFingerprint(root),
    );

  it('is missing at first, and there once it is stamped', () => {
    assert.equal(isInstalled(root), false);
    stamp();
    assert.equal(isInstalled(root), true);
  });

  for (const [what, file] of [
    ['the lock file', 'yarn.lock'],
    ['the root manifest', 'package.json'],
    ["a plugin's manifest", 'plugins/dora/package.json'],
  ]) {
    it(`is out of date when ${what} changes`, () => {
      stamp();
      writeFileSync(join(root, file), '{ "changed": true }');
      assert.equal(isInstalled(root), false);
    });
  }

  it('is gone with node_modules', () => {
    stamp();
    rmSync(join(root, 'node_modules'), { recursive: true });
    assert.equal(isInstalled(root), false);
  });
});

describe('missingBuildTools', () => {
  it('names what a person has to install', () => {
    assert.deepEqual(
      missingBuildTools(() => false),
      ['a C++ compiler', 'make', 'Python 3'],
    );
    assert.deepEqual(
      missingBuildTools(command => ['g++', 'python3'].includes(command)),
      ['make'],
    );
    assert.deepEqual(
      missingBuildTools(() => true),
      [],
    );
  });
});
