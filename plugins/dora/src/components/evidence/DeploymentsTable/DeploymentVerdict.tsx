import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DeploymentRow } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Hint,
  NO_VALUE,
  NoteChip,
  StateChip,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../../translation';
import { useFailureText } from '../failureText';

/** Whether a deployment failed, by what that is known, and whether it was rework. */
export function DeploymentVerdict(props: { deployment: DeploymentRow }) {
  const { failed, failures, rework, recoverySeconds } = props.deployment;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const describe = useFailureText();
  const [surest] = failures;
  if (!failed && !rework) {
    return <span className={table.quiet}>{NO_VALUE}</span>;
  }
  return (
    <>
      {failed && (
        <>
          <Hint title={surest ? describe(surest.kind).long : ''}>
            <StateChip state="bad" label={t('evidence.isFailed')} />
          </Hint>{' '}
          <span className={table.quiet}>
            {surest && `${describe(surest.kind).short}, `}
            {recoverySeconds === null
              ? t('evidence.notRecovered')
              : t('evidence.recovered', {
                  duration: formats.duration(recoverySeconds),
                })}
          </span>{' '}
        </>
      )}
      {rework && <NoteChip>{t('evidence.isRework')}</NoteChip>}
    </>
  );
}
