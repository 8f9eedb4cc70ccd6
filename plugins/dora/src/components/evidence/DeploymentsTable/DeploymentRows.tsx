import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { DeploymentRow } from '@opmodel/backstage-plugin-opmodel-common';
import {
  LinkedDebt,
  NO_VALUE,
  RelativeTime,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useId, useState } from 'react';
import { doraTranslationRef } from '../../../translation';
import { DeploymentCorrections } from '../../corrections';
import { ChangesOfDeployment } from './ChangesOfDeployment';
import { CountedNote } from './CountedNote';
import { FailureReasons } from '../FailureReasons';
import { RowSection } from '../RowSection';
import { RowToggle } from '../RowToggle';
import { DeploymentResult } from './DeploymentResult';
import { DeploymentVerdict } from './DeploymentVerdict';
import { shortSha } from './shortSha';

const useStyles = makeStyles(theme => ({
  name: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    maxWidth: 440,
  },
  narrow: { maxWidth: 240 },
  // The padding leaves room for the outline of a focused link.
  text: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    padding: 2,
    margin: -2,
  },
  verdict: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
  },
  // Reasons are of several words: they wrap, rather than that the table grows wider than the page.
  verdictText: { minWidth: 150, whiteSpace: 'normal' },
  tier: { color: theme.palette.text.secondary },
  sha: {
    fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    fontSize: 12,
    color: theme.palette.text.secondary,
  },
}));

/** What a deployment is called: its title, version or commit, else its id. */
function deploymentName(deployment: DeploymentRow): string {
  const { title, version, commitSha, id } = deployment;
  return title ?? version ?? (commitSha ? shortSha(commitSha) : id);
}

/** A deployment, and below it, on demand, the changes it carries. */
export function DeploymentRows(props: {
  deployment: DeploymentRow;
  zone: string;
  withComponent: boolean;
  compact?: boolean;
  exclusion?: string;
}) {
  const { deployment, zone, withComponent, compact, exclusion } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  const table = useDenseTableStyles();
  const [open, setOpen] = useState(false);
  const changesId = useId();
  const name = deploymentName(deployment);
  const { commitSha } = deployment;
  const commit = commitSha ? shortSha(commitSha) : undefined;
  return (
    <>
      <tr>
        <th scope="row">
          <span className={`${classes.name} ${compact ? classes.narrow : ''}`}>
            <RowToggle
              isOpen={open}
              label={
                open
                  ? t('evidence.hideChanges', { deployment: name })
                  : t('evidence.showChanges', { deployment: name })
              }
              controls={changesId}
              onToggle={() => setOpen(shown => !shown)}
            />
            <span className={classes.text} title={name}>
              {deployment.url ? <Link to={deployment.url}>{name}</Link> : name}
            </span>
            {!compact && commit && commit !== name && (
              <span className={classes.sha}>{commit}</span>
            )}
          </span>
        </th>
        <td>
          {deployment.finishedAt ? (
            <RelativeTime instant={deployment.finishedAt} zone={zone} />
          ) : (
            <span className={table.quiet}>{t('evidence.unfinished')}</span>
          )}
        </td>
        {withComponent && (
          <td>
            <EntityRefLink
              entityRef={deployment.entityRef}
              title={deployment.entityTitle}
            />
          </td>
        )}
        <td>
          {deployment.environment ?? NO_VALUE}{' '}
          {deployment.environmentTier !== deployment.environment && (
            <span className={classes.tier}>({deployment.environmentTier})</span>
          )}
        </td>
        {!compact && (
          <td>
            <DeploymentResult deployment={deployment} />
          </td>
        )}
        <td className={table.number}>
          {formats.count(deployment.changesTotal)}
        </td>
        <td>
          <CountedNote exclusion={deployment.exclusion} />
        </td>
        <td>
          <span className={classes.verdict}>
            <span className={classes.verdictText}>
              <DeploymentVerdict deployment={deployment} />
            </span>
            <DeploymentCorrections deployment={deployment} name={name} />
          </span>
        </td>
      </tr>
      {open && (
        <tr id={changesId}>
          <td colSpan={6 + (withComponent ? 1 : 0) + (compact ? 0 : 1)}>
            {deployment.failed && (
              <FailureReasons failures={deployment.failures} />
            )}
            <ChangesOfDeployment
              deployment={deployment}
              zone={zone}
              exclusion={exclusion}
            />
            <LinkedDebt
              type="deployment"
              linkRef={deployment.id}
              Frame={RowSection}
            />
          </td>
        </tr>
      )}
    </>
  );
}
