import fc from 'fast-check';
import { debtCategories, debtLinkTypes } from './debtItem';
import { debtTemplateIds } from './debtTemplate';
import { debtTemplates } from './debtTemplates';
import { draftDebtItem, openPlaces } from './draftDebtItem';
import { isInEstimateRange, wsjfPoints } from './estimateRanges';
import { priceDebt } from './priceDebt';

const anyTemplate = fc.constantFrom(...debtTemplates);

describe('debt templates', () => {
  it('are those that are named, each once', () => {
    expect(debtTemplates.map(({ id }) => id)).toEqual([...debtTemplateIds]);
  });

  it.each(debtTemplates.map(template => [template.id, template] as const))(
    '%s names places, links and inputs that there are',
    (
      _,
      { titlePattern, places, category, expectedLinks, proposed, outline },
    ) => {
      expect(
        [...titlePattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      ).toEqual([...places]);
      expect(debtCategories).toContain(category);
      expect(debtLinkTypes).toEqual(expect.arrayContaining([...expectedLinks]));
      expect(new Set(expectedLinks).size).toBe(expectedLinks.length);
      expect(outline.match(/^## \S/gm)!.length).toBeGreaterThanOrEqual(4);
      for (const { field, value, why } of proposed) {
        expect(isInEstimateRange(field, value)).toBe(true);
        expect(wsjfPoints).toContain(value);
        expect(why).not.toBe('');
      }
    },
  );

  it('price nothing by themselves', () => {
    for (const template of debtTemplates) {
      const { risk, interest, wsjf, priority, payback } = priceDebt(
        draftDebtItem(template).estimate,
      );
      for (const price of [risk, interest, wsjf, priority, payback]) {
        expect(price.state).toBe('not_scored');
      }
    }
  });

  it('fill their titles with what is given, and leave open what is not', () => {
    const template = debtTemplates.find(
      ({ id }) => id === 'end-of-life-dependency',
    )!;
    expect(draftDebtItem(template, { dependency: 'left-pad' }).title).toBe(
      'left-pad {version} is past its end of life',
    );
    expect(
      openPlaces(template, { dependency: 'left-pad', version: ' ' }),
    ).toEqual(['version']);
    // What is filled in is not filled in again, and brings no line with it.
    expect(
      draftDebtItem(template, { dependency: '{version}\n#', version: '$&' })
        .title,
    ).toBe('{version} # $& is past its end of life');
  });

  it('take any text, and nothing but what is given', () => {
    fc.assert(
      fc.property(anyTemplate, fc.string(), (template, text) => {
        const values = Object.fromEntries(
          template.places.map(place => [place, text]),
        );
        const { title } = draftDebtItem(template, values);
        const isOpen = openPlaces(template, values).length > 0;
        expect(isOpen).toBe(text.trim() === '');
        expect(title.includes(text.replace(/\s+/g, ' ').trim())).toBe(true);
        expect(draftDebtItem(template, {}).title).toBe(template.titlePattern);
      }),
    );
  });

  it('do not take what every object has for a value', () => {
    const template = {
      ...debtTemplates[0],
      titlePattern: '{constructor}',
      places: ['constructor'],
    };
    expect(draftDebtItem(template).title).toBe('{constructor}');
    expect(openPlaces(template, {})).toEqual(['constructor']);
  });
});
