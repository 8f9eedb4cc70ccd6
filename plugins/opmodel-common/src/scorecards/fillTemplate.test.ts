import { fillTemplate, namesInTemplate } from './fillTemplate';

describe('fillTemplate', () => {
  const values = new Map<string, boolean | number | string | null>([
    ['value', 0.1 + 0.2],
    ['entity.name', '<img src=x onerror=alert(1)>'],
    ['dora.changeFailRate', null],
  ]);

  it('fills in what is known, and a dash for what is not', () => {
    expect(
      fillTemplate(
        'Is {{value}}, was {{ dora.changeFailRate }}; {{ nothing }}.',
        values,
      ),
    ).toBe('Is 0.3, was –; –.');
  });

  it('lets a value bring no markup', () => {
    expect(fillTemplate('{{ entity.name }}', values)).toBe(
      '\\<img src=x onerror=alert\\(1\\)\\>',
    );
  });

  it('tells which names a text speaks of', () => {
    expect(
      namesInTemplate('{{ value }} {{dora.changeFailRate}} {{value}}'),
    ).toEqual(['value', 'dora.changeFailRate']);
  });
});
