import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PolicyConsequence } from '@opmodel/backstage-plugin-opmodel-common';
import {
  RelativeTime,
  ScrollArea,
  StateChip,
  useDenseTableStyles,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { sloPolicyTranslationRef } from '../../translations/policies';
import { useSloFormats } from '../../words/useSloFormats';
import { useSloWords } from '../../words/useSloWords';
import { SloLink } from '../facts';

/** What policies have brought about, a row each. */
export function ConsequenceTable(props: {
  label: string;
  consequences: readonly PolicyConsequence[];
  /** What is said where there are none. */
  empty: string;
}) {
  const { label, consequences, empty } = props;
  const { t } = useTranslationRef(sloPolicyTranslationRef);
  const formats = useFormats();
  const figures = useSloFormats();
  const words = useSloWords();
  const table = useDenseTableStyles();
  const facts = useFactStyles();
  if (consequences.length === 0) {
    return <p className={facts.quiet}>{empty}</p>;
  }
  return (
    <ScrollArea label={label}>
      <table className={table.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('consequence.what')}</th>
            <th scope="col">{t('consequence.slo')}</th>
            <th scope="col" className={table.number}>
              {t('consequence.threshold')}
            </th>
            <th scope="col">{t('consequence.remaining')}</th>
            <th scope="col">{t('consequence.since')}</th>
            <th scope="col">{t('consequence.state')}</th>
          </tr>
        </thead>
        <tbody>
          {consequences.map(consequence => (
            <tr key={consequence.id}>
              <th scope="row">{words.consequence[consequence.kind]}</th>
              <td>
                <SloLink sloRef={consequence.sloRef}>
                  {consequence.sloTitle}
                </SloLink>
              </td>
              <td className={table.number}>
                {formats.share(consequence.threshold)}
              </td>
              <td>{figures.remaining(consequence.remaining)}</td>
              <td>
                <RelativeTime instant={consequence.since} />
              </td>
              <td>
                <ConsequenceState consequence={consequence} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function ConsequenceState(props: { consequence: PolicyConsequence }) {
  const { excepted, until, mode } = props.consequence;
  const { t } = useTranslationRef(sloPolicyTranslationRef);
  const formats = useFormats();
  if (until !== null) {
    return (
      <StateChip
        state="good"
        label={t('consequence.ended', { when: formats.relative(until) })}
      />
    );
  }
  if (excepted) {
    return <StateChip state="exempt" label={t('consequence.excepted')} />;
  }
  return mode === 'shadow' ? (
    <StateChip state="exempt" label={t('consequence.shadow')} />
  ) : (
    <StateChip state="bad" label={t('consequence.holds')} />
  );
}
