import { capacityScopeOf } from './capacityScopeOf';

const PAYMENTS = 'group:default/payments';
const SHOP = 'system:default/shop';

describe('capacityScopeOf', () => {
  it.each([
    [{}, { type: 'everything' }],
    [{ owner: [] }, { type: 'everything' }],
    [{ owner: [PAYMENTS] }, { type: 'one', ref: PAYMENTS }],
    [
      { owner: [PAYMENTS], descendants: true },
      { type: 'one', ref: PAYMENTS },
    ],
    [{ scope: SHOP }, { type: 'one', ref: SHOP }],
    [{ system: SHOP }, { type: 'one', ref: SHOP }],
    [{ owner: [PAYMENTS], descendants: false }, { type: 'several' }],
    [{ owner: [PAYMENTS, 'group:default/web'] }, { type: 'several' }],
    [{ owner: [PAYMENTS], system: SHOP }, { type: 'several' }],
    [{ system: SHOP, category: ['code' as const] }, { type: 'several' }],
    [{ text: 'queue' }, { type: 'several' }],
  ])('takes %j for %j', (selection, scope) => {
    expect(capacityScopeOf(selection)).toEqual(scope);
  });
});
