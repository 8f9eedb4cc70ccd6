import { toCsvTable } from '@opmodel/backstage-plugin-opmodel-react';
import {
  buildFlowReport,
  buildWorkItemPage,
} from '../../__fixtures__/flowReport';
import {
  toAllocationCsv,
  toReportJson,
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

  it('gives the report as the API does', () => {
    expect(JSON.parse(toReportJson(buildFlowReport()))).toEqual(
      buildFlowReport(),
    );
  });

  it('leaves a field empty that is not known', () => {
    const [, row] = linesOf(
      toCsvTable(workItemCsvColumns, buildWorkItemPage().items),
    );
    expect(row).toContain('2026-11-02T10:00:00Z,,,2026-Q4,,1728000');
  });
});
