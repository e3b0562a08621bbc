package io.github.sim52xx.it.servers;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What a class of tests needs of the machine. Where that is missing the class is skipped and one line says so; where
 * nothing may be skipped (system property {@code sim52xx.all}) it fails.
 */
public abstract class Needed implements ExecutionCondition {

    /** What is missing, or null. */
    protected abstract String missing();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String missing = context.getTestMethod().isPresent() ? null : missing();
        if (missing == null) {
            return ConditionEvaluationResult.enabled("all there");
        }
        String line = context.getDisplayName() + ": " + missing;
        if (Boolean.getBoolean("sim52xx.all")) {
            throw new AssertionError(line);
        }
        String skipped = line + "; ./verify --all sets that up";
        System.out.println("SKIPPED " + skipped);
        return ConditionEvaluationResult.disabled(skipped);
    }
}
