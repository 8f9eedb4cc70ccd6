import { refuseDeepSpec } from './refuseDeepSpec';

const nested = (levels: number) =>
  JSON.parse(`${'[{"a":'.repeat(levels / 2)}1${'}]'.repeat(levels / 2)}`);

describe('refuseDeepSpec', () => {
  it('lets through what a scorecard may be', () => {
    const spec = { checks: [{ links: [{ url: 'https://example.com' }] }] };
    expect(() => refuseDeepSpec(spec)).not.toThrow();
    expect(() => refuseDeepSpec(nested(20))).not.toThrow();
  });

  it.each([22, 50_000])('refuses %i levels', levels => {
    expect(() => refuseDeepSpec(nested(levels))).toThrow(
      "'spec' must have at most 20 levels",
    );
  });
});
