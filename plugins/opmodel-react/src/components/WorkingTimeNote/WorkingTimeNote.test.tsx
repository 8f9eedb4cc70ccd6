import { renderInTestApp } from '@backstage/test-utils';
import type { ReportWorkingTime } from '@opmodel/backstage-plugin-opmodel-common';
import { WorkingTimeNote } from './WorkingTimeNote';

const window = { from: '2026-11-01', to: '2026-12-31' };

async function textOf(workingTime: ReportWorkingTime | undefined) {
  const { getByTestId } = await renderInTestApp(
    <div data-testid="note">
      <WorkingTimeNote workingTime={workingTime} window={window} />
    </div>,
  );
  return getByTestId('note').textContent;
}

describe('WorkingTimeNote', () => {
  it('says on which days a number counts, and how many holidays of the window took one away', async () => {
    expect(
      await textOf({
        weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
        holidays: [
          // A Saturday, and days outside of the window.
          { from: '2026-12-26', to: '2026-12-26', name: null },
          { from: '2026-12-31', to: '2027-01-01', name: 'New Year' },
        ],
      }),
    ).toBe('Counted on working days only: Mon–Fri, 1 holiday in the window.');
  });

  it('names days that do not follow each other', async () => {
    expect(
      await textOf({
        weekdays: ['monday', 'tuesday', 'thursday', 'sunday'],
        holidays: [],
      }),
    ).toBe(
      'Counted on working days only: Mon, Tue, Thu, Sun, 0 holidays in the window.',
    );
  });

  it('says nothing where all time counts', async () => {
    expect(await textOf(undefined)).toBe('');
  });
});
