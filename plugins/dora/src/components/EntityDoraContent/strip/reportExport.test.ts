import { buildDoraReport, buildRollUpReport } from '../../../__fixtures__';
import { toMetricsCsv, toTrendCsv } from './reportExport';

const cells = (csv: string) =>
  csv
    .trim()
    .split('\r\n')
    .map(line => line.split(','));

describe('an export of a report', () => {
  it('holds each metric with its unit, sample and definition', () => {
    const [header, ...rows] = cells(toMetricsCsv(buildDoraReport()));
    const valueOf = (metric: string, column: string) =>
      rows.find(row => row.includes(metric))?.[header.indexOf(column)];
    expect(rows).toHaveLength(7);
    expect(valueOf('change-lead-time', 'value')).toBe('80100');
    expect(valueOf('change-lead-time', 'unit')).toBe('seconds');
    expect(valueOf('change-fail-rate', 'numerator')).toBe('4');
    expect(valueOf('change-fail-rate', 'denominator')).toBe('41');
    expect(valueOf('time-to-restore', 'previous_value')).toBe('');
    expect(valueOf('deployment-frequency', 'definition')).toBe('dora-2026');
  });

  it('gives the median component of a scope, not a sum', () => {
    const [header, ...rows] = cells(toMetricsCsv(buildRollUpReport()));
    const row = rows.find(line => line.includes('deployment-frequency'))!;
    expect(row[header.indexOf('value')]).toBe('2.64');
  });

  it('holds a line a week, and nothing where nothing is known', () => {
    const report = buildDoraReport();
    const [header, ...rows] = cells(toTrendCsv(report));
    expect(rows).toHaveLength(report.trend.length);
    const recovery = rows.map(
      row => row[header.indexOf('recovery_median_seconds')],
    );
    expect(recovery[0]).toBe('');
    expect(Number(recovery[2])).toBeGreaterThan(0);
  });
});
