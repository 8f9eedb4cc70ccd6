import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { Overview } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ShareBar,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelHomeTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  heading: {
    margin: theme.spacing(1.5, 0, 0.5),
    fontSize: 12,
    fontWeight: 500,
    color: theme.palette.text.secondary,
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  subject: { padding: theme.spacing(0.5, 0) },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: theme.spacing(0, 1),
    fontSize: 13,
    lineHeight: '20px',
  },
  hint: { fontSize: 12, color: theme.palette.text.secondary },
}));

type Subject = Overview['subjects'][number];

/** Each subject of the portal: whether it is on, and how much of what it could cover reports. */
export function SubjectCoverage(props: { subjects: readonly Subject[] }) {
  const { t } = useTranslationRef(opmodelHomeTranslationRef);
  const classes = useStyles();
  return (
    <>
      <h3 className={classes.heading}>{t('portal.subjectsHeading')}</h3>
      <ul className={classes.list}>
        {props.subjects.map(subject => (
          <li key={subject.id} className={classes.subject}>
            <SubjectLine subject={subject} />
          </li>
        ))}
      </ul>
    </>
  );
}

function SubjectLine(props: { subject: Subject }) {
  const { subject } = props;
  const { t } = useTranslationRef(opmodelHomeTranslationRef);
  const classes = useStyles();
  const formats = useFormats();
  const { name, coverage } = useSubjectTexts()(subject.id);

  if (!subject.enabled) {
    return (
      <>
        <div className={classes.line}>
          <span>{name}</span>
          <StateChip state="no_data" label={t('portal.off')} />
        </div>
        <div className={classes.hint}>
          {t('portal.offHint', { id: subject.id })}
        </div>
      </>
    );
  }
  if (subject.reporting === null || subject.applicable === null) {
    return (
      <div className={classes.line}>
        <span>{name}</span>
        <span>{t('portal.notAllowed')}</span>
      </div>
    );
  }
  if (subject.applicable === 0) {
    return (
      <div className={classes.line}>
        <span>{name}</span>
        <span>{t('portal.coverageNone')}</span>
      </div>
    );
  }
  return (
    <>
      <div className={classes.line}>
        <span>{name}</span>
        <span>
          {coverage(
            formats.count(subject.reporting),
            formats.count(subject.applicable),
          )}
        </span>
      </div>
      <ShareBar share={subject.reporting / subject.applicable} />
    </>
  );
}

interface SubjectTexts {
  name: string;
  /** How much of what the subject could cover it does cover. */
  coverage: (reporting: string, applicable: string) => string;
}

/** What each subject is called and covers; one of a newer engine is called by its id. */
function useSubjectTexts(): (id: string) => SubjectTexts {
  const { t } = useTranslationRef(opmodelHomeTranslationRef);
  const components: SubjectTexts['coverage'] = (reporting, applicable) =>
    t('portal.coverage', { reporting, applicable });
  const texts: Record<string, SubjectTexts> = {
    dora: { name: t('portal.subjectName.dora'), coverage: components },
    flow: { name: t('portal.subjectName.flow'), coverage: components },
    ownership: {
      name: t('portal.subjectName.ownership'),
      coverage: (reporting, applicable) =>
        t('portal.coverageOwnership', { reporting, applicable }),
    },
    decisions: {
      name: t('portal.subjectName.decisions'),
      coverage: (reporting, applicable) =>
        t('portal.coverageDecisions', { reporting, applicable }),
    },
    slo: { name: t('portal.subjectName.slo'), coverage: components },
    scorecards: {
      name: t('portal.subjectName.scorecards'),
      coverage: components,
    },
  };
  return id =>
    texts[id] ?? {
      name: t('portal.subjectName.other', { id }),
      coverage: components,
    };
}
