import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import MoreVert from '@material-ui/icons/MoreVert';
import type { DeploymentRow } from '@opmodel/backstage-plugin-opmodel-common';
import { useState } from 'react';
import { doraTranslationRef } from '../../translation';
import { CorrectionDialog } from './CorrectionDialog';
import {
  useCorrectionsOffer,
  type CorrectionDraft,
} from './CorrectionsContext';

type Verdict = 'failed' | 'notFailed' | 'planned' | 'unplanned';

/** Says of a deployment that it failed, or was planned, or not; only for those who may. */
export function DeploymentCorrections(props: {
  deployment: DeploymentRow;
  /** What the deployment is called on the page. */
  name: string;
}) {
  const { deployment, name } = props;
  const offer = useCorrectionsOffer();
  const { t } = useTranslationRef(doraTranslationRef);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [verdict, setVerdict] = useState<Verdict>();
  const texts = useVerdictTexts(name);
  if (!offer || deployment.entityRef !== offer.entityRef) {
    return null;
  }
  const offered: Verdict[] = [
    deployment.failed ? 'notFailed' : 'failed',
    deployment.rework ? 'planned' : 'unplanned',
  ];
  return (
    <>
      <IconButton
        size="small"
        aria-haspopup="menu"
        aria-label={t('correction.menu', { deployment: name })}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <MoreVert fontSize="small" />
      </IconButton>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
      >
        {offered.map(id => (
          <MenuItem
            key={id}
            onClick={() => {
              setAnchor(null);
              setVerdict(id);
            }}
          >
            {texts[id].action}
          </MenuItem>
        ))}
      </Menu>
      {verdict && (
        <CorrectionDialog
          offer={offer}
          title={texts[verdict].title}
          text={texts[verdict].text}
          draft={draftOf(verdict, deployment)}
          onClose={() => setVerdict(undefined)}
        />
      )}
    </>
  );
}

function draftOf(verdict: Verdict, deployment: DeploymentRow): CorrectionDraft {
  const key = { source: deployment.source, id: deployment.id };
  return verdict === 'failed' || verdict === 'notFailed'
    ? {
        kind: 'deployment_failed',
        deployment: key,
        failed: verdict === 'failed',
      }
    : {
        kind: 'deployment_planned',
        deployment: key,
        planned: verdict === 'planned',
      };
}

function useVerdictTexts(
  deployment: string,
): Record<Verdict, { action: string; title: string; text: string }> {
  const { t } = useTranslationRef(doraTranslationRef);
  return {
    failed: {
      action: t('correction.markFailed'),
      title: t('correction.failedTitle', { deployment }),
      text: t('correction.failedText'),
    },
    notFailed: {
      action: t('correction.markNotFailed'),
      title: t('correction.notFailedTitle', { deployment }),
      text: t('correction.notFailedText'),
    },
    planned: {
      action: t('correction.markPlanned'),
      title: t('correction.plannedTitle', { deployment }),
      text: t('correction.plannedText'),
    },
    unplanned: {
      action: t('correction.markUnplanned'),
      title: t('correction.unplannedTitle', { deployment }),
      text: t('correction.unplannedText'),
    },
  };
}
