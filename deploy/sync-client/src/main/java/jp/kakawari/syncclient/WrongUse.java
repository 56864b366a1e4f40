package jp.kakawari.syncclient;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in Japanese what is wrong with a command line, and how the command is used. */
final class WrongUse implements IParameterExceptionHandler {

    /** The same for the help of every command. */
    static void headings(CommandLine line) {
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        usage.synopsisHeading("使い方: ");
        usage.parameterListHeading("%n引数:%n");
        usage.optionListHeading("%nオプション:%n");
        usage.commandListHeading("%nコマンド:%n");
        line.getSubcommands().values().forEach(WrongUse::headings);
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        PrintWriter err = wrong.getCommandLine().getErr();
        err.println(said(wrong));
        wrong.getCommandLine().usage(err);
        return Exit.WRONG_USE.code();
    }

    private static String said(ParameterException wrong) {
        return switch (wrong) {
            case MissingParameterException missing -> missing(missing);
            case OverwrittenOptionException twice -> named(twice.getOverwritten()) + " が2回指定されています。";
            case UnmatchedArgumentException unknown -> unknown(unknown);
            default -> other(wrong);
        };
    }

    private static String missing(MissingParameterException wrong) {
        String names = wrong.getMissing().stream().map(WrongUse::named).collect(Collectors.joining("、"));
        boolean value = wrong.getMissing().stream().allMatch(argument -> argument.isOption() && !argument.required());
        return names + (value ? " に値を指定してください。" : " を指定してください。");
    }

    private static String unknown(UnmatchedArgumentException wrong) {
        String unknown = "「" + wrong.getUnmatched().getFirst() + "」";
        String like = wrong.getSuggestions().isEmpty() ? "" : "もしかして: " + String.join("、", wrong.getSuggestions());
        return (wrong.isUnknownOption() ? "%sというオプションはありません。" : "%sは指定できません。").formatted(unknown) + like;
    }

    private static String other(ParameterException wrong) {
        return wrong.getArgSpec() == null
                ? "コマンドの指定が正しくありません。"
                : "%s の値「%s」が正しくありません。".formatted(named(wrong.getArgSpec()), wrong.getValue());
    }

    private static String named(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
