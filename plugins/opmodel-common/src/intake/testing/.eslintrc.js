module.exports = {
  rules: {
    // Only tests reach this folder, and the build leaves it out, so its
    // development dependencies stay development dependencies.
    '@backstage/no-undeclared-imports': 'off',
  },
};
