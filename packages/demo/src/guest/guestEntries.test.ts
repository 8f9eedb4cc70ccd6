import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { guestEntries } from './guestEntries';

const folder = resolve(__dirname, '../../catalog');
const entities = readdirSync(folder)
  .filter(name => name.endsWith('.yaml') && name !== 'all.yaml')
  .flatMap(name =>
    parseAllDocuments(readFileSync(resolve(folder, name), 'utf8')),
  )
  .map(document => document.toJS());
const byRef = new Map<string, any>(
  entities.map(({ kind, metadata, spec }) => [
    `${kind}:${metadata.namespace ?? 'default'}/${metadata.name}`.toLowerCase(),
    spec,
  ]),
);

describe('what the guest enters', () => {
  const today = '2026-10-15';
  const entered = guestEntries(today);
  const { decisions, acceptances, handOvers, gapDates } = entered;

  it('is about what the catalog holds', () => {
    const named = [
      ...[...decisions, ...acceptances].flatMap(({ entityRefs }) => entityRefs),
      ...decisions.map(({ ownerRef }) => ownerRef),
      ...handOvers.flatMap(({ entityRef, toRef }) => [entityRef, toRef]),
      ...gapDates.map(({ entityRef }) => entityRef),
      ...entered.campaigns.map(({ ownerRef }) => ownerRef),
      ...entered.exemptions.map(({ entityRef }) => entityRef),
      ...entered.attestations.map(({ entityRef }) => entityRef),
    ];
    expect(named.filter(ref => !byRef.has(ref))).toEqual([]);
  });

  it('is what a member of the guest’s team may ask for', () => {
    const { memberOf } = byRef.get('user:development/guest');
    for (const { entityRef, toRef } of handOvers) {
      expect(memberOf).toContain(byRef.get(entityRef).owner);
      expect(memberOf).not.toContain(toRef);
    }
  });

  it('has a decision that waits, one that follows another, and one that is overdue for review', () => {
    const titles = decisions.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(decisions.filter(({ links }) => !links?.length)).toEqual([]);
    const following = decisions.flatMap(({ supersedesTitle }, index) =>
      supersedesTitle ? [titles.indexOf(supersedesTitle) < index] : [],
    );
    expect(following).toEqual([true]);
    expect(decisions.some(({ status }) => status === 'proposed')).toBe(true);
    const overdue = decisions.filter(
      ({ reviewOn }) => reviewOn && reviewOn < today,
    );
    expect(overdue).toHaveLength(1);
  });

  it('dates nothing that is decided after today, and no gap before it', () => {
    for (const { decidedOn, reviewOn, status } of decisions) {
      expect(status === 'proposed' || decidedOn <= today).toBe(true);
      expect(!reviewOn || reviewOn > decidedOn).toBe(true);
    }
    gapDates.forEach(({ dueDay }) => expect(dueDay > today).toBe(true));
    [...entered.exemptions, ...entered.attestations].forEach(({ expiresOn }) =>
      expect(expiresOn! > today).toBe(true),
    );
  });

  it('has a campaign that runs, one that is late, and one to come', () => {
    const at = entered.campaigns.map(({ startsOn, targetOn }) => {
      if (today < startsOn) {
        return 'to come';
      }
      return today <= targetOn ? 'runs' : 'late';
    });
    expect(at.sort()).toEqual(['late', 'runs', 'to come']);
  });
});
