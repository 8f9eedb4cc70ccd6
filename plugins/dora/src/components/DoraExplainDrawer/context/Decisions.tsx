import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { DoraDefinitions } from '@opmodel/backstage-plugin-opmodel-common';
import { useDenseTableStyles } from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../../translation';

const useStyles = makeStyles({ summary: { cursor: 'pointer' } });

/** Every choice of a definition that changes the answer. */
export function Decisions(props: {
  profile: DoraDefinitions['profiles'][number];
}) {
  const { profile } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const classes = useStyles();
  const table = useDenseTableStyles();
  return (
    <details>
      <summary className={classes.summary}>{profile.title}</summary>
      <table className={table.table} aria-label={t('explain.decisions')}>
        <thead>
          <tr>
            <th scope="col">{t('explain.decision')}</th>
            <th scope="col">{t('explain.decided')}</th>
          </tr>
        </thead>
        <tbody>
          {profile.decisions.map(({ id, value }) => (
            <tr key={id}>
              <th scope="row">{toWords(id)}</th>
              <td>{toWords(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** An identifier as words; the documentation explains each. */
function toWords(id: string): string {
  return id.replace(/[-_.]/g, ' ');
}
