import { excludeCorrections } from './excludeCorrections';

const MINUTE = 60_000;
const start = Date.UTC(2026, 2, 2);
const minutes = (from: number, to: number) => ({
  from: start + from * MINUTE,
  to: start + to * MINUTE,
});

describe('excludeCorrections', () => {
  const row = (minute: number) => ({ start: start + minute * MINUTE });

  it('leaves out whole buckets that a correction touches', () => {
    const rows = [0, 5, 10, 15, 20].map(row);
    const { kept, excluded } = excludeCorrections(rows, 300, [
      minutes(7, 11),
      minutes(15, 15),
      minutes(25, 40),
    ]);
    expect(kept).toEqual([row(0), row(15), row(20)]);
    expect(excluded).toEqual([row(5), row(10)]);
  });

  it('leaves hours out where only hours are kept', () => {
    const hours = [row(0), row(60)];
    expect(excludeCorrections(hours, 3_600, [minutes(59, 60)]).kept).toEqual([
      row(60),
    ]);
  });
});
