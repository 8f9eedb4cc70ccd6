import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { EscalationStep } from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipEntityTranslationRef } from '../../translations/entity';
import { ownershipDecisionsTranslationRef } from '../../translations/decisions';
import { ContactValue, OwnerName } from '../facts';

const useStyles = makeStyles(theme => ({
  steps: {
    margin: theme.spacing(0, 0, 1),
    paddingLeft: theme.spacing(2.5),
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.primary,
    '& > li': { paddingBottom: theme.spacing(0.75), overflowWrap: 'anywhere' },
  },
  when: { color: theme.palette.text.secondary },
  targets: { listStyle: 'none', margin: 0, padding: 0 },
  contact: { marginLeft: theme.spacing(1) },
}));

/** The levels of an escalation, one after the other. */
export function EscalationSteps(props: { steps: readonly EscalationStep[] }) {
  const { t } = useTranslationRef(ownershipEntityTranslationRef);
  const { t: ofDecisions } = useTranslationRef(
    ownershipDecisionsTranslationRef,
  );
  const formats = useFormats();
  const classes = useStyles();
  const describe = ({ afterSeconds, via }: EscalationStep) =>
    [
      afterSeconds
        ? t('escalation.after', { time: formats.duration(afterSeconds) })
        : t('escalation.atOnce'),
      ...(via ? [t('escalation.via', { via })] : []),
    ].join(', ');
  return (
    <ol className={classes.steps} aria-label={t('escalation.title')}>
      {props.steps.map(step => (
        <li key={step.level}>
          <span className={classes.when}>{describe(step)}</span>
          <ul className={classes.targets}>
            {step.targets.map((target, at) => (
              <li key={target.ref ?? `${target.title} ${at}`}>
                {target.ref === null ? (
                  // Who may not be seen has no name.
                  target.title || ofDecisions('hiddenOwner')
                ) : (
                  <OwnerName
                    entityRef={target.ref}
                    title={target.title}
                    exists={target.exists}
                  />
                )}
                {target.contacts.map(contact => (
                  <span
                    key={`${contact.type} ${contact.value}`}
                    className={classes.contact}
                  >
                    <ContactValue contact={contact} />
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
