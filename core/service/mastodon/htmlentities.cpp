// SPDX-FileCopyrightText: 2026 The Petrel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/mastodon/htmlentities.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace Petrel {

namespace {

struct Named {
    std::string_view name;
    char32_t point;
};

// The names of HTML 4 and those later ones that editors produce; sorted for the search.
constexpr Named namedPoints[] = {
    {"AElig", 0xc6},
    {"AMP", 0x26},
    {"Aacute", 0xc1},
    {"Acirc", 0xc2},
    {"Agrave", 0xc0},
    {"Alpha", 0x391},
    {"Aring", 0xc5},
    {"Atilde", 0xc3},
    {"Auml", 0xc4},
    {"Beta", 0x392},
    {"COPY", 0xa9},
    {"Ccedil", 0xc7},
    {"Chi", 0x3a7},
    {"Dagger", 0x2021},
    {"Delta", 0x394},
    {"ETH", 0xd0},
    {"Eacute", 0xc9},
    {"Ecirc", 0xca},
    {"Egrave", 0xc8},
    {"Epsilon", 0x395},
    {"Eta", 0x397},
    {"Euml", 0xcb},
    {"GT", 0x3e},
    {"Gamma", 0x393},
    {"Iacute", 0xcd},
    {"Icirc", 0xce},
    {"Igrave", 0xcc},
    {"Iota", 0x399},
    {"Iuml", 0xcf},
    {"Kappa", 0x39a},
    {"LT", 0x3c},
    {"Lambda", 0x39b},
    {"Mu", 0x39c},
    {"NewLine", 0xa},
    {"Ntilde", 0xd1},
    {"Nu", 0x39d},
    {"OElig", 0x152},
    {"Oacute", 0xd3},
    {"Ocirc", 0xd4},
    {"Ograve", 0xd2},
    {"Omega", 0x3a9},
    {"Omicron", 0x39f},
    {"Oslash", 0xd8},
    {"Otilde", 0xd5},
    {"Ouml", 0xd6},
    {"Phi", 0x3a6},
    {"Pi", 0x3a0},
    {"Prime", 0x2033},
    {"Psi", 0x3a8},
    {"QUOT", 0x22},
    {"REG", 0xae},
    {"Rho", 0x3a1},
    {"Scaron", 0x160},
    {"Sigma", 0x3a3},
    {"THORN", 0xde},
    {"Tab", 0x9},
    {"Tau", 0x3a4},
    {"Theta", 0x398},
    {"Uacute", 0xda},
    {"Ucirc", 0xdb},
    {"Ugrave", 0xd9},
    {"Upsilon", 0x3a5},
    {"Uuml", 0xdc},
    {"Xi", 0x39e},
    {"Yacute", 0xdd},
    {"Yuml", 0x178},
    {"ZeroWidthSpace", 0x200b},
    {"Zeta", 0x396},
    {"aacute", 0xe1},
    {"acirc", 0xe2},
    {"acute", 0xb4},
    {"aelig", 0xe6},
    {"agrave", 0xe0},
    {"alefsym", 0x2135},
    {"alpha", 0x3b1},
    {"amp", 0x26},
    {"and", 0x2227},
    {"ang", 0x2220},
    {"apos", 0x27},
    {"aring", 0xe5},
    {"ast", 0x2a},
    {"asymp", 0x2248},
    {"atilde", 0xe3},
    {"auml", 0xe4},
    {"bdquo", 0x201e},
    {"beta", 0x3b2},
    {"brvbar", 0xa6},
    {"bsol", 0x5c},
    {"bull", 0x2022},
    {"bullet", 0x2022},
    {"cap", 0x2229},
    {"caret", 0x2041},
    {"ccedil", 0xe7},
    {"cedil", 0xb8},
    {"cent", 0xa2},
    {"check", 0x2713},
    {"checkmark", 0x2713},
    {"chi", 0x3c7},
    {"circ", 0x2c6},
    {"clubs", 0x2663},
    {"colon", 0x3a},
    {"comma", 0x2c},
    {"commat", 0x40},
    {"cong", 0x2245},
    {"copy", 0xa9},
    {"crarr", 0x21b5},
    {"cross", 0x2717},
    {"cup", 0x222a},
    {"curren", 0xa4},
    {"dArr", 0x21d3},
    {"dagger", 0x2020},
    {"darr", 0x2193},
    {"dash", 0x2010},
    {"deg", 0xb0},
    {"delta", 0x3b4},
    {"diams", 0x2666},
    {"divide", 0xf7},
    {"dollar", 0x24},
    {"eacute", 0xe9},
    {"ecirc", 0xea},
    {"egrave", 0xe8},
    {"empty", 0x2205},
    {"emsp", 0x2003},
    {"ensp", 0x2002},
    {"epsilon", 0x3b5},
    {"equals", 0x3d},
    {"equiv", 0x2261},
    {"eta", 0x3b7},
    {"eth", 0xf0},
    {"euml", 0xeb},
    {"euro", 0x20ac},
    {"excl", 0x21},
    {"exist", 0x2203},
    {"female", 0x2640},
    {"flat", 0x266d},
    {"fnof", 0x192},
    {"forall", 0x2200},
    {"frac12", 0xbd},
    {"frac13", 0x2153},
    {"frac14", 0xbc},
    {"frac15", 0x2155},
    {"frac18", 0x215b},
    {"frac23", 0x2154},
    {"frac34", 0xbe},
    {"frac38", 0x215c},
    {"frac58", 0x215d},
    {"frac78", 0x215e},
    {"frasl", 0x2044},
    {"gamma", 0x3b3},
    {"ge", 0x2265},
    {"grave", 0x60},
    {"gt", 0x3e},
    {"hArr", 0x21d4},
    {"hairsp", 0x200a},
    {"half", 0xbd},
    {"harr", 0x2194},
    {"hearts", 0x2665},
    {"hellip", 0x2026},
    {"horbar", 0x2015},
    {"hyphen", 0x2010},
    {"iacute", 0xed},
    {"icirc", 0xee},
    {"iexcl", 0xa1},
    {"igrave", 0xec},
    {"image", 0x2111},
    {"infin", 0x221e},
    {"inodot", 0x131},
    {"int", 0x222b},
    {"iota", 0x3b9},
    {"iquest", 0xbf},
    {"isin", 0x2208},
    {"iuml", 0xef},
    {"kappa", 0x3ba},
    {"lArr", 0x21d0},
    {"lambda", 0x3bb},
    {"lang", 0x2329},
    {"laquo", 0xab},
    {"larr", 0x2190},
    {"lbrace", 0x7b},
    {"lbrack", 0x5b},
    {"lceil", 0x2308},
    {"lcub", 0x7b},
    {"ldquo", 0x201c},
    {"ldquor", 0x201e},
    {"le", 0x2264},
    {"leftarrow", 0x2190},
    {"lfloor", 0x230a},
    {"lowast", 0x2217},
    {"lowbar", 0x5f},
    {"loz", 0x25ca},
    {"lpar", 0x28},
    {"lrm", 0x200e},
    {"lsaquo", 0x2039},
    {"lsqb", 0x5b},
    {"lsquo", 0x2018},
    {"lsquor", 0x201a},
    {"lt", 0x3c},
    {"macr", 0xaf},
    {"male", 0x2642},
    {"mdash", 0x2014},
    {"micro", 0xb5},
    {"middot", 0xb7},
    {"minus", 0x2212},
    {"mldr", 0x2026},
    {"mu", 0x3bc},
    {"nabla", 0x2207},
    {"natural", 0x266e},
    {"nbsp", 0xa0},
    {"ndash", 0x2013},
    {"ne", 0x2260},
    {"ni", 0x220b},
    {"nldr", 0x2025},
    {"not", 0xac},
    {"notin", 0x2209},
    {"nsub", 0x2284},
    {"ntilde", 0xf1},
    {"nu", 0x3bd},
    {"num", 0x23},
    {"oacute", 0xf3},
    {"ocirc", 0xf4},
    {"oelig", 0x153},
    {"ograve", 0xf2},
    {"oline", 0x203e},
    {"omega", 0x3c9},
    {"omicron", 0x3bf},
    {"oplus", 0x2295},
    {"or", 0x2228},
    {"ordf", 0xaa},
    {"ordm", 0xba},
    {"oslash", 0xf8},
    {"otilde", 0xf5},
    {"otimes", 0x2297},
    {"ouml", 0xf6},
    {"para", 0xb6},
    {"part", 0x2202},
    {"percnt", 0x25},
    {"period", 0x2e},
    {"permil", 0x2030},
    {"perp", 0x22a5},
    {"phi", 0x3c6},
    {"phone", 0x260e},
    {"pi", 0x3c0},
    {"piv", 0x3d6},
    {"plus", 0x2b},
    {"plusmn", 0xb1},
    {"pound", 0xa3},
    {"prime", 0x2032},
    {"prod", 0x220f},
    {"prop", 0x221d},
    {"psi", 0x3c8},
    {"quest", 0x3f},
    {"quot", 0x22},
    {"rArr", 0x21d2},
    {"radic", 0x221a},
    {"rang", 0x232a},
    {"raquo", 0xbb},
    {"rarr", 0x2192},
    {"rbrace", 0x7d},
    {"rbrack", 0x5d},
    {"rceil", 0x2309},
    {"rcub", 0x7d},
    {"rdquo", 0x201d},
    {"rdquor", 0x201d},
    {"real", 0x211c},
    {"reg", 0xae},
    {"rfloor", 0x230b},
    {"rho", 0x3c1},
    {"rightarrow", 0x2192},
    {"rlm", 0x200f},
    {"rpar", 0x29},
    {"rsaquo", 0x203a},
    {"rsqb", 0x5d},
    {"rsquo", 0x2019},
    {"sbquo", 0x201a},
    {"scaron", 0x161},
    {"sdot", 0x22c5},
    {"sect", 0xa7},
    {"semi", 0x3b},
    {"sharp", 0x266f},
    {"shy", 0xad},
    {"sigma", 0x3c3},
    {"sigmaf", 0x3c2},
    {"sim", 0x223c},
    {"sol", 0x2f},
    {"spades", 0x2660},
    {"star", 0x2606},
    {"starf", 0x2605},
    {"sub", 0x2282},
    {"sube", 0x2286},
    {"sum", 0x2211},
    {"sung", 0x266a},
    {"sup", 0x2283},
    {"sup1", 0xb9},
    {"sup2", 0xb2},
    {"sup3", 0xb3},
    {"supe", 0x2287},
    {"szlig", 0xdf},
    {"tau", 0x3c4},
    {"there4", 0x2234},
    {"theta", 0x3b8},
    {"thetasym", 0x3d1},
    {"thinsp", 0x2009},
    {"thorn", 0xfe},
    {"tilde", 0x2dc},
    {"times", 0xd7},
    {"trade", 0x2122},
    {"uArr", 0x21d1},
    {"uacute", 0xfa},
    {"uarr", 0x2191},
    {"ucirc", 0xfb},
    {"ugrave", 0xf9},
    {"uml", 0xa8},
    {"upsih", 0x3d2},
    {"upsilon", 0x3c5},
    {"uuml", 0xfc},
    {"verbar", 0x7c},
    {"vert", 0x7c},
    {"weierp", 0x2118},
    {"xi", 0x3be},
    {"yacute", 0xfd},
    {"yen", 0xa5},
    {"yuml", 0xff},
    {"zeta", 0x3b6},
    {"zwj", 0x200d},
    {"zwnj", 0x200c},
};

// Names that browsers take without ';' as well; sorted.
constexpr std::string_view withoutSemicolon[] = {
    "AElig",  "AMP",    "Aacute", "Acirc",  "Agrave", "Aring",  "Atilde", "Auml",  "COPY",   "Ccedil",
    "ETH",    "Eacute", "Ecirc",  "Egrave", "Euml",   "GT",     "Iacute", "Icirc", "Igrave", "Iuml",
    "LT",     "Ntilde", "Oacute", "Ocirc",  "Ograve", "Oslash", "Otilde", "Ouml",  "QUOT",   "REG",
    "THORN",  "Uacute", "Ucirc",  "Ugrave", "Uuml",   "Yacute", "aacute", "acirc", "acute",  "aelig",
    "agrave", "amp",    "aring",  "atilde", "auml",   "brvbar", "ccedil", "cedil", "cent",   "copy",
    "curren", "deg",    "divide", "eacute", "ecirc",  "egrave", "eth",    "euml",  "frac12", "frac14",
    "frac34", "gt",     "iacute", "icirc",  "iexcl",  "igrave", "iquest", "iuml",  "laquo",  "lt",
    "macr",   "micro",  "middot", "nbsp",   "not",    "ntilde", "oacute", "ocirc", "ograve", "ordf",
    "ordm",   "oslash", "otilde", "ouml",   "para",   "plusmn", "pound",  "quot",  "raquo",  "reg",
    "sect",   "shy",    "sup1",   "sup2",   "sup3",   "szlig",  "thorn",  "times", "uacute", "ucirc",
    "ugrave", "uml",    "uuml",   "yacute", "yen",    "yuml",
};

// What the numbers 0x80 to 0x9f stand for, since pages of old meant Windows-1252 by them.
constexpr std::array<char32_t, 32> windowsPoints{
    0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178};

constexpr qsizetype longestName = 24;

std::optional<char32_t> pointNamed(std::string_view name)
{
    const auto it = std::lower_bound(std::begin(namedPoints), std::end(namedPoints), name,
                                     [](const Named &a, std::string_view b) { return a.name < b; });
    if (it == std::end(namedPoints) || it->name != name)
        return std::nullopt;
    return it->point;
}

int digitOf(QChar c, int base)
{
    int value = -1;
    if (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
        value = c.unicode() - '0';
    else if (c >= QLatin1Char('a') && c <= QLatin1Char('f'))
        value = c.unicode() - 'a' + 10;
    else if (c >= QLatin1Char('A') && c <= QLatin1Char('F'))
        value = c.unicode() - 'A' + 10;
    return value < base ? value : -1;
}

char32_t cleanPoint(char32_t point)
{
    if (point >= 0x80 && point <= 0x9f)
        return windowsPoints[point - 0x80];
    if (point == 0 || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff))
        return 0xfffd;
    return point;
}

//! One reference found in a text.
struct Reference {
    char32_t point = 0;
    qsizetype length = 0; //!< units after the '&'; 0 = none
};

Reference numberAt(QStringView rest)
{
    qsizetype at = 1;
    const bool hex = rest.size() > 1 && (rest.at(1) == QLatin1Char('x') || rest.at(1) == QLatin1Char('X'));
    const int base = hex ? 16 : 10;
    if (hex)
        ++at;
    const qsizetype firstDigit = at;
    char32_t value = 0;
    for (; at < rest.size(); ++at) {
        const int digit = digitOf(rest.at(at), base);
        if (digit < 0)
            break;
        value = std::min<char32_t>(value * char32_t(base) + char32_t(digit), 0x110000);
    }
    if (at == firstDigit)
        return {};
    if (at < rest.size() && rest.at(at) == QLatin1Char(';'))
        ++at;
    return {cleanPoint(value), at};
}

bool isNameUnit(QChar c)
{
    return c.unicode() < 0x80 && c.isLetterOrNumber();
}

Reference nameAt(QStringView rest, bool inAttribute)
{
    std::string name;
    while (qsizetype(name.size()) < qMin(longestName, rest.size())
           && isNameUnit(rest.at(qsizetype(name.size()))))
        name.push_back(char(rest.at(qsizetype(name.size())).unicode()));
    const qsizetype size = qsizetype(name.size());
    if (size < rest.size() && rest.at(size) == QLatin1Char(';')) {
        if (const auto point = pointNamed(name))
            return {*point, size + 1};
    }
    for (; name.size() >= 2; name.pop_back()) {
        if (!std::binary_search(std::begin(withoutSemicolon), std::end(withoutSemicolon),
                                std::string_view(name)))
            continue;
        const QChar after = qsizetype(name.size()) < rest.size() ? rest.at(qsizetype(name.size())) : QChar();
        if (inAttribute && (after == QLatin1Char('=') || isNameUnit(after)))
            return {};
        return {pointNamed(name).value_or(0xfffd), qsizetype(name.size())};
    }
    return {};
}

} // namespace

QString decodeEntities(QStringView text, bool inAttribute)
{
    QString out;
    out.reserve(text.size());
    qsizetype from = 0;
    for (qsizetype at = text.indexOf(QLatin1Char('&')); at >= 0; at = text.indexOf(QLatin1Char('&'), from)) {
        out.append(text.mid(from, at - from));
        const QStringView rest = text.mid(at + 1);
        Reference reference;
        if (!rest.isEmpty())
            reference = rest.at(0) == QLatin1Char('#') ? numberAt(rest) : nameAt(rest, inAttribute);
        if (reference.length == 0) {
            out.append(QLatin1Char('&'));
        } else {
            for (const QChar unit : QChar::fromUcs4(reference.point))
                out.append(unit);
        }
        from = at + 1 + reference.length;
    }
    out.append(text.mid(from));
    return out;
}

} // namespace Petrel
