import { toCsvTable } from '@opmodel/backstage-plugin-opmodel-react';
import {
  buildFlowReport,
  buildWorkItemPage,
} from '../../__fixtures__/flowReport';
import {
  toAllocationCsv,
  toPipelinesCsv,
  toPipelinesJson,
  toWeeksCsv,
  workItemCsvColumns,
} from './flowExport';

const linesOf = (csv: string) =>
  csv
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);

describe('the export of flow', () => {
  it('has a row a week, in seconds', () => {
    const [head, first] = linesOf(toWeeksCsv(buildFlowReport()));
    expect(head).toContain('cycle_time_median_seconds');
    expect(first).toContain('2026-11-02');
    expect(first).toContain('172800');
  });

  it('has a row a category', () => {
    expect(linesOf(toAllocationCsv(buildFlowReport()))).toHaveLength(5);
  });

  it('has a row a pipeline, as CSV and as JSON with what they are of', () => {
    const report = buildFlowReport();
    const { pipelines } = report.builds;
    expect(linesOf(toPipelinesCsv(report))).toHaveLength(1 + pipelines.length);
    expect(JSON.parse(toPipelinesJson(report))).toEqual({
      content: 'flow-pipelines',
      window: report.window,
      definition: report.definition,
      filter: { entityRef: report.scope.ref, ownership: report.ownership },
      complete: true,
      rows: pipelines,
    });
  });

  it('does not call all what is cut to those that fail most', () => {
    const report = buildFlowReport();
    const [pipeline] = report.builds.pipelines;
    report.builds.pipelines = Array.from({ length: 50 }, (_, index) => ({
      ...pipeline,
      pipeline: `build-${index}`,
    }));
    expect(JSON.parse(toPipelinesJson(report)).complete).toBe(false);
  });

  it('leaves a field empty that is not known', () => {
    const [, row] = linesOf(
      toCsvTable(workItemCsvColumns, buildWorkItemPage().items),
    );
    expect(row).toContain('2026-11-02T10:00:00Z,,,2026-Q4,,1728000');
  });
});
