package itb.backoffice.shell.review;

import itb.backoffice.upload.PlanLine;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the buttons of a card do.
 *
 * @param leave leaves a line out, or takes it in again
 * @param again reviews this one ({@code Type/id}) as it now is
 */
record CardActs(
        ReviewHost host, Consumer<String> resolving, BiConsumer<PlanLine, Boolean> leave, Consumer<String> again)
        implements LineCard.Listener {
    @Override
    public void leaveOut(PlanLine line, boolean out) {
        leave.accept(line, out);
    }

    @Override
    public void open(String reference, @Nullable String path) {
        host.open(reference, path);
    }

    @Override
    public void resolve(String reference) {
        resolving.accept(reference);
    }

    @Override
    public void reviewAgain(String reference) {
        again.accept(reference);
    }

    @Override
    public void findOut() {
        host.findOut();
    }

    @Override
    public List<Touched> touched(String reference) {
        return host.touched(reference);
    }
}
