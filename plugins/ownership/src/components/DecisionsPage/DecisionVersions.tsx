import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { Decision } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  RelativeTime,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipDecisionsTranslationRef } from '../../translations/decisions';
import { useStatusWords } from './useStatusWords';

const useStyles = makeStyles({ text: { whiteSpace: 'pre-wrap' } });

/** What a decision was before, the newest first. */
export function DecisionVersions(props: { versions: Decision['versions'] }) {
  const { t } = useTranslationRef(ownershipDecisionsTranslationRef);
  const classes = useStyles();
  const facts = useFactStyles();
  const words = useStatusWords();
  return (
    <Panel title={t('detail.versions')}>
      <ul className={facts.list}>
        {props.versions.map(({ version, by, at, title, decision, status }) => (
          <li key={version}>
            <details>
              <summary>
                {t('detail.version', { version: String(version), person: by })}
                {', '}
                <RelativeTime instant={at} />
              </summary>
              <p>
                {title} ({words[status]})
              </p>
              <p className={classes.text}>{decision}</p>
            </details>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
