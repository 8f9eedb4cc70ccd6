import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ScorecardDetail } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  Snippet,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { scorecardsDetailTranslationRef } from '../../translations/detail';
import {
  checksOfSpec,
  filterOfSpec,
  requirementsOfSpec,
} from '../../values/readSpec';
import { ScorecardLink } from '../facts';

/** Of what the scorecard and its checks are asked, and what has to be reached first. */
export function RulesPanel(props: {
  detail: ScorecardDetail;
  /** Of checks that have none written down, by their ids. */
  names: ReadonlyMap<string, string>;
}) {
  const { spec, scorecard } = props.detail;
  const { t } = useTranslationRef(scorecardsDetailTranslationRef);
  const facts = useFactStyles();
  const filter = filterOfSpec(spec);
  const { namespace } = parseEntityRef(scorecard.ref);
  return (
    <Panel title={t('rules.title')}>
      {filter === undefined ? (
        <p className={facts.text}>{t('rules.everything')}</p>
      ) : (
        <Snippet text={filter} />
      )}
      {requirementsOfSpec(spec).map(required => (
        <p key={required.scorecard} className={facts.text}>
          {t('rules.requires', {
            level: required.level,
            scorecard: (
              <ScorecardLink
                scorecardRef={stringifyEntityRef(
                  parseEntityRef(required.scorecard, {
                    defaultKind: 'scorecard',
                    defaultNamespace: namespace,
                  }),
                )}
              >
                {required.scorecard}
              </ScorecardLink>
            ),
          })}
        </p>
      ))}
      {checksOfSpec(spec, props.names).map(
        check =>
          check.filter && (
            <div key={check.id}>
              <p className={facts.quiet}>
                {t('rules.checkFilter', { check: check.name })}
              </p>
              <Snippet text={check.filter} />
            </div>
          ),
      )}
    </Panel>
  );
}
