import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import {
  countSkippedWithoutPrometheus,
  findPrometheus,
} from './prometheus.mjs';

describe('findPrometheus', () => {
  let folder;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'opmodel-prometheus-'));
    writeFileSync(join(folder, 'prometheus'), '');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('finds the programs of the system on the path, or none of them', () => {
    const PATH = ['/nowhere', folder].join(delimiter);
    assert.equal(findPrometheus({ PATH }), undefined);
    writeFileSync(join(folder, 'promtool'), '');
    assert.deepEqual(findPrometheus({ PATH }), {
      prometheus: join(folder, 'prometheus'),
      promtool: join(folder, 'promtool'),
    });
  });

  it('takes those that a person names', () => {
    assert.deepEqual(
      findPrometheus({
        PATH: folder,
        PROMETHEUS_PATH: '/opt/prometheus',
        PROMTOOL_PATH: '/opt/promtool',
      }),
      { prometheus: '/opt/prometheus', promtool: '/opt/promtool' },
    );
  });

  it('finds none where there is none', () => {
    assert.equal(findPrometheus({ PATH: '/nowhere' }), undefined);
    assert.equal(findPrometheus({}), undefined);
  });
});

describe('countSkippedWithoutPrometheus', () => {
  const test = (status, ...ancestorTitles) => ({ status, ancestorTitles });

  it('counts those that were skipped, and no others', () => {
    const report = {
      testResults: [
        {
          assertionResults: [
            test('pending', 'with a real Prometheus: a', 'of ratios'),
            test('passed', 'with a real Prometheus: a'),
            test('pending', 'without one'),
            test('pending'),
          ],
        },
        { assertionResults: [] },
        { assertionResults: [test('pending', 'with a real Prometheus: b')] },
      ],
    };
    assert.equal(countSkippedWithoutPrometheus(report), 2);
  });
});
