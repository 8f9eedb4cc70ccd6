import {
  fillAddress,
  fillsInHost,
  fillTemplate,
  namesInTemplate,
} from './fillTemplate';

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

  it('lets a value in an address mean nothing but itself', () => {
    const told = new Map<string, string | number | null>([
      ['entity.title', 'A & B? #1\uD800'],
      ['git.slug', 'shop/cart'],
      ['value', 0.5],
    ]);
    expect(
      fillAddress(
        'https://git.example.com/{{ git.slug }}/issues/new?title={{ entity.title }}&v={{value}}&w={{ none }}',
        told,
      ),
    ).toBe(
      'https://git.example.com/shop/cart/issues/new?title=A%20%26%20B%3F%20%231%EF%BF%BD&v=0.5&w=',
    );
  });

  it.each([
    ['https://{{ entity.name }}.example.com/', true],
    ['https://{{entity.name}}', true],
    ['https:{{entity.name}}/', true],
    ['https:\\\\{{entity.name}}/', true],
    ['https://a@{{ entity.name }}?x', true],
    ['https://example.com/{{ entity.name }}', false],
    ['https://example.com?x={{ entity.name }}', false],
    ['mailto:team@example.com?subject={{ entity.name }}', false],
  ])('finds that the host of %s is filled in: %s', (address, is) => {
    expect(fillsInHost(address)).toBe(is);
  });

  it('tells which names a text speaks of', () => {
    expect(
      namesInTemplate('{{ value }} {{dora.changeFailRate}} {{value}}'),
    ).toEqual(['value', 'dora.changeFailRate']);
  });
});
