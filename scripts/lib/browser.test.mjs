import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { findChromium } from './browser.mjs';

describe('findChromium', () => {
  let folder;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'opmodel-browser-'));
    writeFileSync(join(folder, 'chromium'), '');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('finds the browser of the system on the path', () => {
    assert.equal(
      findChromium({ PATH: ['/nowhere', folder].join(delimiter) }),
      join(folder, 'chromium'),
    );
  });

  it('takes the browser that a person names', () => {
    assert.equal(
      findChromium({ PATH: folder, CHROMIUM_PATH: '/opt/chromium' }),
      '/opt/chromium',
    );
  });

  it('finds none where there is none', () => {
    assert.equal(findChromium({ PATH: '/nowhere' }), undefined);
    assert.equal(findChromium({}), undefined);
  });
});
