import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ScorecardSeries } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsFleetTranslationRef } from '../../translations/fleet';
import { ScorecardLink } from '../facts';

/** When the scorecard itself became another one: what a mark in the charts stands for. */
export function DefinitionMarks(props: {
  scorecardRef: string;
  marks: ScorecardSeries['definitionChanges'];
}) {
  const { scorecardRef, marks } = props;
  const { t } = useTranslationRef(scorecardsFleetTranslationRef);
  const formats = useFormats();
  const facts = useFactStyles();
  return (
    <Panel title={t('trends.definitions')}>
      {marks.length === 0 ? (
        <p className={facts.quiet}>{t('trends.definitionsNone')}</p>
      ) : (
        <ul className={facts.list}>
          {marks.map(({ day, version, note }) => (
            <li key={version} className={facts.line}>
              <span>{formats.day(day)}</span>
              <ScorecardLink scorecardRef={scorecardRef}>
                {note === null
                  ? t('trends.version', { version: String(version) })
                  : t('trends.versionNote', { version: String(version), note })}
              </ScorecardLink>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
