package itb.backoffice.shell.part;

import itb.backoffice.platform.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads the fixed screens. In an FXML file, {@code %key} is the text under {@code key} in the user's language. */
public final class Fxml {
    private Fxml() {}

    /** The nodes of {@code file}, which lies in the package of {@code controller}, bound to its fields. */
    public static Parent load(Object controller, String file, Messages texts) {
        FXMLLoader loader = new FXMLLoader(controller.getClass().getResource(file), new Texts(texts));
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Texts extends ResourceBundle {
        private final Messages messages;

        Texts(Messages messages) {
            this.messages = messages;
        }

        @Override
        protected Object handleGetObject(String key) {
            return messages.get(key);
        }

        @Override
        public Enumeration<String> getKeys() {
            return Collections.emptyEnumeration();
        }

        @Override
        public boolean containsKey(String key) {
            return messages.has(key);
        }
    }
}
