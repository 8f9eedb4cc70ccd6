import { renderInTestApp } from '@backstage/test-utils';
import type { DoraMetricId } from '@opmodel/backstage-plugin-opmodel-common';
import { buildDoraReport, buildExplanation } from '../../__fixtures__';
import { WindowText } from './WindowText';

const report = buildDoraReport();
const definition = {
  ...report.definition,
  workingTime: {
    weekdays: [
      'monday' as const,
      'tuesday' as const,
      'wednesday' as const,
      'thursday' as const,
    ],
    holidays: [],
  },
};

async function textOf(metric: DoraMetricId) {
  const { container } = await renderInTestApp(
    <WindowText
      explanation={{ ...buildExplanation(report, metric), definition }}
    />,
  );
  return container.textContent;
}

describe('WindowText', () => {
  it('says that change lead time counts working days alone', async () => {
    expect(await textOf('change-lead-time')).toContain(
      'Counted on working days only: Mon–Thu, 0 holidays in the window.',
    );
  });

  it('does not say so of recovery, which counts all time', async () => {
    expect(await textOf('failed-deployment-recovery-time')).not.toContain(
      'working days',
    );
  });
});
