import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SloDependencyFinding } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  StateIcon,
  useFactStyles,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useSloTabPath } from '../../entity/useSloTabPath';
import { sloEntityTranslationRef } from '../../translations/entity';
import { useSloFormats } from '../../words/useSloFormats';

/** Objectives that are stricter than what they depend on allows. */
export function DependencyPanel(props: {
  findings: readonly SloDependencyFinding[];
}) {
  const { findings } = props;
  const { t } = useTranslationRef(sloEntityTranslationRef);
  const figures = useSloFormats();
  const facts = useFactStyles();
  const palette = useOpmodelPalette();
  const tabPath = useSloTabPath();
  return (
    <Panel title={t('dependencies.title')}>
      {findings.length === 0 ? (
        <p className={facts.quiet}>{t('dependencies.none')}</p>
      ) : (
        findings.map(finding => (
          <div key={`${finding.sloRef} ${finding.objective}`}>
            <p className={facts.text}>
              <span
                style={{
                  color: palette.states.attention.mark,
                  verticalAlign: '-3px',
                }}
              >
                <StateIcon state="attention" />
              </span>{' '}
              {t('dependencies.text', {
                slo: finding.sloTitle,
                target: figures.target(finding.target),
                attainable: figures.attainment(
                  finding.attainable,
                  finding.target,
                ),
              })}
            </p>
            <ul className={facts.list}>
              {finding.dependencies.map(
                ({ entityRef, entityTitle, sloRef, target }) => (
                  <li key={sloRef} className={facts.line}>
                    <Link to={tabPath(entityRef)}>
                      {t('dependencies.item', {
                        entity: entityTitle,
                        target: figures.target(target),
                      })}
                    </Link>
                  </li>
                ),
              )}
            </ul>
          </div>
        ))
      )}
    </Panel>
  );
}
