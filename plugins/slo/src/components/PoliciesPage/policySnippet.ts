/** An error budget policy to begin with. */
export const policySnippet = `apiVersion: opmodel.io/v1alpha1
kind: ErrorBudgetPolicy
metadata:
  name: tier-1-services
  title: Tier 1 services
spec:
  owner: group:default/my-team
  mode: shadow
  appliesTo: [group:default/my-team]
  tiers: ['1']
  thresholds:
    - remaining: 0.25
      consequences: [attention]
    - remaining: 0
      consequences: [freeze_risky_releases]`;
