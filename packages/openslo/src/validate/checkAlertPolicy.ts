import { checkAlertCondition } from './checkAlertCondition';
import { checkDescription } from './checkDescription';
import { checkNotificationTarget } from './checkNotificationTarget';
import { checkReferencesOrInline } from './checkReferenceOrInline';
import type { Checking } from './checkSlo';
import type { Part } from './Part';

/** Checks the spec of an AlertPolicy, as a document or inside an SLO. */
export function checkAlertPolicy(spec: Part, checking: Checking): void {
  const { dialect, metadata, findings } = checking;
  spec.knows(
    'description',
    'alertWhenNoData',
    'alertWhenBreaching',
    'alertWhenResolved',
    'conditions',
    'notificationTargets',
  );
  checkDescription(spec);
  spec.flag('alertWhenNoData');
  spec.flag('alertWhenBreaching');
  spec.flag('alertWhenResolved');
  const conditions = spec.list('conditions');
  if (
    (conditions?.length ?? 0) === 0 &&
    (conditions || !spec.has('conditions'))
  ) {
    spec.findAt(
      'conditions',
      'condition-missing',
      'conditions is required: a list of one condition.',
    );
  }
  if (conditions) {
    if (conditions.length > 1) {
      conditions.find(
        'condition-count',
        'The specification has one condition for each alert policy.',
      );
    }
    const rules = {
      referenceField: 'conditionRef',
      kind: 'AlertCondition',
      metadata,
      checkSpec: (condition: Part) => checkAlertCondition(condition, dialect),
    };
    checkReferencesOrInline(conditions, rules, findings);
  }
  const targets = spec.list('notificationTargets');
  if (
    (targets?.length ?? 0) === 0 &&
    (targets || !spec.has('notificationTargets'))
  ) {
    spec.findAt(
      'notificationTargets',
      'notification-target-missing',
      'notificationTargets is required: a list of one target or more.',
    );
  }
  if (targets) {
    const rules = {
      referenceField: 'targetRef',
      kind: 'AlertNotificationTarget',
      metadata,
      checkSpec: checkNotificationTarget,
    };
    checkReferencesOrInline(targets, rules, findings);
  }
}
