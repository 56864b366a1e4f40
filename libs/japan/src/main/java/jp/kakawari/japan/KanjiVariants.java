package jp.kakawari.japan;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Variants (異体字) of the kanji that stand in names, in one form, only to see that two spellings may be one name: 渡邊 and 渡辺,
 * 髙橋 and 高橋, 斎藤 and 斉藤. Never to write a name down: who bears a variant is written with it.
 */
public final class KanjiVariants {

    /** The first of each word stands for the rest: old forms (旧字体), the variants of the family registers, and look-alikes. */
    private static final String VARIANTS = """
            亜亞 悪惡 圧壓 囲圍 為爲 医醫 壱壹 稲稻 飲飮 隠隱 栄榮 営營 衛衞 駅驛 円圓 園薗 塩鹽 縁緣 応應
            桜櫻 奥奧 横橫 温溫 仮假 価價 画畫 会會 絵繪 懐懷 概槪 拡擴 覚覺 学學 岳嶽 楽樂 勧勸 巻卷 寛寬
            関關 観觀 岩巌巖 顔顏 気氣 帰歸 亀龜 吉𠮷 旧舊 拠據 挙擧 峡峽 狭狹 郷鄕鄊 暁曉 区區 駆驅 勲勛勳
            薫薰 群羣 径徑 恵惠 渓溪 経經 蛍螢 軽輕 継繼 鶏鷄 芸藝 撃擊 県縣 倹儉 剣劍劔剱釼 険險 献獻 権權
            顕顯 検檢 厳嚴 広廣 恒恆 晃晄 高髙 皐皋 号號 国國圀 黒黑 済濟 斉齊斎齋齎 剤劑 崎﨑嵜碕埼 冴冱
            冊册 雑雜 蚕蠶 桟棧 賛贊 残殘 糸絲 歯齒 児兒 辞辭 実實 舎舍 釈釋 寿壽 収收 従從 渋澁 獣獸 縦縱
            粛肅 処處 緒緖 叙敍 将將 称稱 渉涉 焼燒 奨奬 証證 条條 状狀 乗乘 浄淨 剰剩 嬢孃 譲讓 畳疊 醸釀
            真眞 慎愼 寝寢 尽盡 図圖 粋粹 穂穗 随隨 髄髓 枢樞 数數 瀬瀨 声聲 静靜 摂攝 専專 浅淺 戦戰 践踐
            銭錢 潜潛 繊纖 禅禪 双雙 壮壯 荘莊 捜搜 挿插 曽曾 巣巢 窓窗牎 総總 聡聰 装裝 増增 蔵藏 属屬
            続續 堕墮 対對 体體躰 帯帶 滞滯 台臺 滝瀧 択擇 沢澤 担擔 単單 団團 弾彈 断斷 遅遲 痴癡 昼晝
            虫蟲 鋳鑄 庁廳 聴聽 鎮鎭 逓遞 鉄鐵鉃 点點 転轉 伝傳 党黨 灯燈 当當 島嶋嶌㠀 闘鬪 徳德悳 独獨
            読讀 届屆 縄繩 弐貳 悩惱 脳腦 覇霸 拝拜 廃廢 売賣 麦麥 発發 髪髮 抜拔 浜濱濵 桧檜 彦彥 秘祕
            瓶甁 冨富 仏佛 払拂 並竝 変變 辺邊邉𨕙 弁辨瓣辯 舗舖 歩步 宝寶寳 豊豐 峰峯 萌萠 毎每 万萬 満滿
            槙槇 松枩柗 柳栁 弥彌 薬藥 訳譯 予豫 余餘 与與 誉譽 揺搖 様樣 謡謠 遥遙 翻飜 来來 頼賴 覧覽
            乱亂 竜龍 両兩 猟獵 緑綠 塁壘 礼禮 励勵 霊靈 齢齡 暦曆 歴歷 恋戀 錬鍊 炉爐 労勞 郎郞 楼樓 録錄
            湾灣 尭堯 青靑 清淸 黄黃 涼凉 淵渕渊 橋槗𣘺 杉杦 桑桒 館舘 村邨 野埜 磯礒 鷗鴎 苅刈 祢禰 蔣蒋
            篭籠 凜凛 鰺鯵 呉吳 内內 税稅 説說 教敎 尚尙 戸戶 鉱鑛 悦悅 鋭銳 脱脫 娯娛 虚虛 煕熙凞熈 藤籐
            芦蘆
            """;

    private static final Map<Integer, Integer> FORMS = forms();

    private KanjiVariants() {}

    /** One spelling for all: compatibility forms composed, variation selectors left out, variants as their common form. */
    public static String fold(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder folded = new StringBuilder(composed.length());
        composed.codePoints()
                .filter(c -> !selectsVariation(c))
                .map(c -> FORMS.getOrDefault(c, c))
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static boolean selectsVariation(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    }

    private static Map<Integer, Integer> forms() {
        Map<Integer, Integer> forms = new HashMap<>();
        for (String word : VARIANTS.strip().split("\\s+")) {
            int[] variants = Normalizer.normalize(word, Normalizer.Form.NFKC)
                    .codePoints()
                    .toArray();
            for (int i = 1; i < variants.length; i++) {
                if (variants[i] != variants[0]) {
                    forms.put(variants[i], variants[0]);
                }
            }
        }
        return Map.copyOf(forms);
    }
}
