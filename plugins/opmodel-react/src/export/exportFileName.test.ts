import { exportFileName } from './exportFileName';

const days = { from: '2026-09-01', to: '2026-11-29' };

describe('exportFileName', () => {
  it('says what is in the file, whose that is, and of which days', () => {
    expect(exportFileName('dora', days, 'component:default/payments-api')).toBe(
      'dora_component-default-payments-api_2026-09-01_2026-11-29',
    );
  });

  it('names no scope where a filter selects', () => {
    expect(exportFileName('dora-fleet', days)).toBe(
      'dora-fleet_2026-09-01_2026-11-29',
    );
  });
});
