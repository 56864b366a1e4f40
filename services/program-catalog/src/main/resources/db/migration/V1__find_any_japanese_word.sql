-- Full text in Japanese without a dictionary: a text is indexed by each character and each pair of neighbours, with
-- positions, and a word is looked up as the phrase of its pairs. So any word of any length is found wherever it stands,
-- 里山 for 山 too, with one GIN index, on any PostgreSQL and whatever its locale. pg_trgm was set aside: its index can't
-- serve words of one or two characters, which is what most Japanese words have.

create function folded(words text) returns text
    language sql immutable strict parallel safe
    return translate(
        lower(normalize(words, nfkc) collate "C"),
        'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ' || $q$'\!"#$%&()*+,-./:;<=>?@[]^_`{|}~、。・「」『』【】〈〉《》〔〕〜―—…‥→×$q$,
        'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ' || repeat(' ', 54));

comment on function folded(text) is
    'One form of the same word: half-width and full-width, upper and lower case, katakana and hiragana; no punctuation';

create function ngrams(words text) returns tsvector
    language sql immutable strict parallel safe
    return (
        with letter as (
            select c, lead(c, 1, ' ') over (order by i) as next, i + 1 as position
            from string_to_table(folded(words), null) with ordinality as s(c, i)
        )
        select coalesce(string_agg(format('%s:%s', gram, least(position, 16383)), ' ')::tsvector, ''::tsvector)
        from letter,
             lateral (values (c), (case when next <> ' ' then c || next end)) as g(gram)
        where c <> ' ' and gram is not null
    );

comment on function ngrams(text) is
    'Each character and each pair of neighbours with its position; positions start at 2, so that two vectors joined with || never make a phrase across the joint';

create function ngrams(words text[]) returns tsvector
    language sql immutable strict parallel safe
    return ngrams(array_to_string(words, ' '));

create function ngram_query(word text) returns tsquery
    language sql immutable strict parallel safe
    return (
        with letter as (
            select c, lead(c) over (order by i) as next, i
            from string_to_table(replace(folded(word), ' ', ''), null) with ordinality as s(c, i)
        )
        select string_agg(c || coalesce(next, ''), ' <-> ' order by i)::tsquery
        from letter
        where next is not null or i = 1
    );

comment on function ngram_query(text) is 'The phrase of pairs that finds this word; null when nothing but punctuation is left';

create table synonym (
    sense integer not null,
    word text not null,
    constraint synonym_pk primary key (word, sense),
    constraint synonym_word_is_folded check (word = replace(folded(word), ' ', ''))
);

comment on table synonym is 'Words that find each other (類義語): all words of a sense. Rows are data: change them without a deployment.';

insert into synonym (sense, word)
select sense, replace(folded(word), ' ', '')
from (values
    (1, 'ボランティア 手伝い お手伝い 手助け 奉仕活動'),
    (2, '副業 複業 兼業'),
    (3, 'テレワーク リモートワーク 在宅勤務 遠隔勤務'),
    (4, '二拠点生活 二地域居住 二拠点 デュアルライフ 多拠点'),
    (5, '空き家 空家 古民家'),
    (6, '農作業 援農 畑仕事 農業体験'),
    (7, '祭り お祭り 祭 まつり'),
    (8, 'お試し暮らし 移住体験 お試し移住'),
    (9, '講座 セミナー ゼミ 塾 スクール'),
    (10, '寄附 寄付 ふるさと納税'),
    (11, '子ども 子供 こども 児童'),
    (12, 'リノベーション DIY 改修'),
    (13, 'オンライン ネット リモート'),
    (14, '特産品 地場産品 名産品 特産'),
    (15, '自転車 サイクリング サイクリスト マウンテンバイク'),
    (16, '林業 山仕事 森林'),
    (17, '漁業 浜仕事 漁師'),
    (18, 'アート 芸術'),
    (19, '起業 創業 なりわい'),
    (20, '都会 都市 首都圏'),
    (21, 'ファンクラブ 応援団 サポーター倶楽部'),
    (22, '里山 棚田')
) as thesaurus(sense, words), string_to_table(words, ' ') as word;

create function search_query(q text) returns tsquery
    language sql stable strict parallel safe
    return (
        with recursive term as (
            select i, replace(folded(term), ' ', '') as word
            from string_to_table(regexp_replace(normalize(q, nfkc), '\s+', ' ', 'g'), ' ') with ordinality as t(term, i)
        ), meaning as (
            select i, word from term
            union
            select i, other.word
            from term join synonym known using (word) join synonym other using (sense)
        ), any_word as (
            select row_number() over (order by i) as n, string_agg('(' || ngram_query(word)::text || ')', ' | ')::tsquery as query
            from meaning
            where word <> ''
            group by i
        ), all_words as (
            select n, query from any_word where n = 1
            union all
            select any_word.n, all_words.query && any_word.query
            from all_words join any_word on any_word.n = all_words.n + 1
        )
        select query from all_words order by n desc limit 1
    );

comment on function search_query(text) is 'What a person typed: every word must be found, itself or one of its synonyms; null when there is no word in it';
