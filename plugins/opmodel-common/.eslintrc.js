module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // The typed client names its calls after the HTTP methods: client.GET(…).
    'new-cap': ['error', { capIsNew: false }],
  },
});
