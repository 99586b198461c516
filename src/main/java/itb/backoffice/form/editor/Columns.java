package itb.backoffice.form.editor;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Columns of the same width side by side, as high as the highest of them needs at that width. An HBox would not say how high. */
final class Columns extends Pane {
    private static final double GAP = 32;

    Columns(Insets padding) {
        setPadding(padding);
    }

    /** Shows these columns. */
    void show(List<? extends Node> columns) {
        getChildren().setAll(columns);
    }

    private double column(double width) {
        Insets around = getPadding();
        int count = Math.max(1, getChildren().size());
        return Math.max(0, Math.floor((width - around.getLeft() - around.getRight() - GAP * (count - 1)) / count));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        double column = column(width);
        double highest = getChildren().stream()
                .mapToDouble(child -> child.prefHeight(column))
                .max()
                .orElse(0);
        return highest + getPadding().getTop() + getPadding().getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double column = column(getWidth());
        double x = getPadding().getLeft();
        for (Node child : getChildren()) {
            child.resizeRelocate(x, getPadding().getTop(), column, child.prefHeight(column));
            x += column + GAP;
        }
    }
}
