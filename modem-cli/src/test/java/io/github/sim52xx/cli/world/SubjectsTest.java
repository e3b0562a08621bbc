package io.github.sim52xx.cli.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table of actions. */
class SubjectsTest {

    private static List<Action> actions() {
        return Subjects.ALL.actions();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void aRowExplainsItself(Action action) throws WorldException {
        assertThat(action.name()).matches("[a-z]+\\.[a-z]+(-[a-z]+)*");
        assertThat(action.purpose()).isNotBlank().doesNotEndWith(".").matches("[a-z].*");
        assertThat(action.arguments()).extracting(Argument::name).doesNotHaveDuplicates();
        for (Argument argument : action.arguments()) {
            assertThat(argument.name()).matches("[a-z][a-z_]*");
            assertThat(argument.purpose()).isNotBlank().doesNotEndWith(".");
            assertThat(argument.kind().read(argument.kind().example())).isNotNull();
            assertThat(argument.kind().rule()).doesNotEndWith(".");
        }
    }

    @ParameterizedTest
    @MethodSource("actions")
    void itsExampleIsRight(Action action) throws WorldException {
        List<String> words = List.of(action.example().split(" "));
        action.read(action.byName(words.subList(2, words.size())));
    }

    @Test
    void whatIsNotThereHasNeighbours() {
        assertThatThrownBy(() -> Subjects.ALL.action("card.eat"))
                .hasMessageStartingWith("there is no 'eat' for card, but pull, insert");
        assertThatThrownBy(() -> Subjects.ALL.action("moon.rise"))
                .hasMessageStartingWith("there is no 'moon' to act on, but power, ");
        assertThatThrownBy(() -> Subjects.ALL.action("card")).hasMessageStartingWith("which of card: pull, insert");
        assertThatThrownBy(() -> Subjects.ALL.action("")).hasMessageStartingWith("there is no ''");
    }

    @Test
    void aRowBelongsToItsSubject() {
        Subject stray = new Subject() {
            @Override
            public String name() {
                return "sun";
            }

            @Override
            public String purpose() {
                return "the sun";
            }

            @Override
            public List<Action> actions() {
                return List.of(Action.of("moon.rise", "rise", (around, given) -> {}));
            }

            @Override
            public Members<Surroundings> state() {
                return Members.none();
            }
        };
        assertThatThrownBy(() -> new Subjects(List.of(stray))).hasMessage("misplaced row: moon.rise");
    }
}
