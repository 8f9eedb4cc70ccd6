import { isPageSeverity } from './isPageSeverity';

describe('isPageSeverity', () => {
  it.each([
    'page',
    'Page ',
    'critical',
    'High',
    'urgent',
    'emergency',
    'sev1',
    'SEV-1',
    'sev0',
    'P1',
    'priority 1',
  ])('lets people be told at once of %p', severity => {
    expect(isPageSeverity(severity)).toBe(true);
  });

  it.each([
    'ticket',
    'warning',
    'medium',
    'low',
    'info',
    'unknown',
    'sev2',
    'P3',
    'homepage',
    '',
  ])('leaves %p to the list', severity => {
    expect(isPageSeverity(severity)).toBe(false);
  });
});
