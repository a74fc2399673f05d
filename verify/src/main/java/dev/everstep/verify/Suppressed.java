package dev.everstep.verify;

/**
 * A finding that the code says makes no difference.
 *
 * @param finding what would be reported
 * @param by what carries the {@code @Deterministic}: a class, or a method {@code app.Orders.place}
 * @param reason what it gives as its reason
 */
public record Suppressed(Finding finding, String by, String reason) {}
